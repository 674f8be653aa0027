/** The pages of subscriptions: life cycle, settings, credentials (specification §6.6). */
package fr.hubee.portal.subscription;
