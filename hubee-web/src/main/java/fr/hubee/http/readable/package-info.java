/** What no server could read is refused before anything tries to. */
package fr.hubee.http.readable;
