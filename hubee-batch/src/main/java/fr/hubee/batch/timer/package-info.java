/** Timers for work that is more frequent than jobs: mails, ZIPs, the portal's arrivals, seals, scans. */
package fr.hubee.batch.timer;
