/** The address of the caller, and the proxies that are trusted to give it. */
package fr.hubee.http.peer;
