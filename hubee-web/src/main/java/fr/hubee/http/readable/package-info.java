/** Rejects malformed requests before any other layer reads them. */
package fr.hubee.http.readable;
