/** Bodies on their way in: bounded, paced, and read before a thread is taken. Start with {@link fr.hubee.http.body.BodyGate}. */
package fr.hubee.http.body;
