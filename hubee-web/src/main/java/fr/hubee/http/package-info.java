/** HTTP code that the API and the portal share: headers of every answer, requests that can be read, the address and name of the caller. */
package fr.hubee.http;
