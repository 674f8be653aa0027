/** What the API and the portal both say over HTTP. */
package fr.hubee.http;
