/**
 * Answers: how fast they must be read, and what may wait for their readers: neither a thread, nor memory without limit.
 * Start with {@link fr.hubee.http.delivery.DeliveryGate}.
 */
package fr.hubee.http.delivery;
