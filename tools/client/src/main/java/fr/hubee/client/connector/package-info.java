/** Shows how software is connected: for an instructing service and for an operator, to copy and to change. */
package fr.hubee.client.connector;
