/**
 * Every file is scanned by ClamAV's {@code clamd} while it arrives, before anyone but its sender can read it. Without an
 * answer it waits: nothing unscanned is served. The type of a file is read from its first bytes and its name.
 */
package fr.hubee.files.scan;
