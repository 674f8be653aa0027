/** The ZIPs that are made beside those who ask for them: those that nobody is making. */
package fr.hubee.batch.bundle;
