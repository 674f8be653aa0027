/** Finds ZIPs that were requested and that no server is making. */
package fr.hubee.batch.bundle;
