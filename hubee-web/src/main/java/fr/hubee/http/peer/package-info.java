/** From which address a request comes, and which proxies are believed about it. */
package fr.hubee.http.peer;
