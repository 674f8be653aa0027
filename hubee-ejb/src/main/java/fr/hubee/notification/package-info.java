/** The queue from which each party learns what it has not read yet (specification §2.9, §3.6). */
package fr.hubee.notification;
