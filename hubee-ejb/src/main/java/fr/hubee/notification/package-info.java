/** The queue of unread notifications of each party (specification §2.9, §3.6). */
package fr.hubee.notification;
