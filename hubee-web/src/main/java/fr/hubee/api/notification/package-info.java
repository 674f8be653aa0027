/** The queue in the API (specification §2.9). */
package fr.hubee.api.notification;
