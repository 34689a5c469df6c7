import { startBookings } from './bookings/start';
import { startStatistics } from './statistics/start';

startBookings();
startStatistics();
