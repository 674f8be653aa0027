/** The queue on the wire (specification §2.9). */
package fr.hubee.api.notification;
