/** What all operations have in common: who calls, how it is written, what is let in. */
package fr.hubee.api.http;
