/**
 * Every file is scanned by ClamAV's {@code clamd} while it arrives, before anyone but its sender can read it. Without an
 * answer it waits: nothing unscanned is served.
 */
package fr.hubee.antivirus;
