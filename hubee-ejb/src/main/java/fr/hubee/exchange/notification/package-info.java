/** The queue of unread notifications of each party (specification §2.9, §3.6), and the portal as the reader of its services' queues; cases are handed to a successor, and back. */
package fr.hubee.exchange.notification;
