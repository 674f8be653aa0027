/** HTTP code that the API and the portal share. */
package fr.hubee.http;
