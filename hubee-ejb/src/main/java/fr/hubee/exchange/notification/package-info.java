/** The queue of unread notifications of each party (specification §2.9, §3.6), and the portal as the reader of its services' queues. */
package fr.hubee.exchange.notification;
