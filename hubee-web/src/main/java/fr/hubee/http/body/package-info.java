/**
 * Request bodies: limited in size and time, and read before a worker thread is used. Start with {@link
 * fr.hubee.http.body.BodyGate}.
 */
package fr.hubee.http.body;
