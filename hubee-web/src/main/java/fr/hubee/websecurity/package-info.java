/** Authentication of callers, and access to the current caller. */
package fr.hubee.websecurity;
