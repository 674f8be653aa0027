/** Scans the files that wait for the antivirus. */
package fr.hubee.batch.antivirus;
