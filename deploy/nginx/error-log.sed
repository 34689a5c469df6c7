# One line of nginx's error log → one JSON object; addresses keep their first two groups, queries go.
s/\b([0-9]{1,3}\.[0-9]{1,3})\.[0-9]{1,3}\.[0-9]{1,3}\b/\1.0.0/g
s/(client: )([0-9a-fA-F]*:[0-9a-fA-F]*):[0-9a-fA-F:.]*/\1\2::/g
# nginx lets no space into an address, but quotes; whatever somebody names as the page before stands last.
s/, referrer: ".*$//
s/(request: "[^ ]* [^ ?]*)\?[^ ]*/\1/
s/\?[^" ]*//g
s/\\/\\\\/g
s/"/\\"/g
s/\t/ /g
s/^([0-9]{4})\/([0-9]{2})\/([0-9]{2}) ([0-9:]{8}) \[([a-z]+)\] [0-9#]+: (.*)$/{"time":"\1-\2-\3T\4","level":"\5","source":"nginx","message":"\6"}/
/^\{"time"/!s/^(.*)$/{"level":"error","source":"nginx","message":"\1"}/
