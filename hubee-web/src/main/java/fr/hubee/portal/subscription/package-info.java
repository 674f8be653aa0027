/** The pages of subscriptions: their life, how they work, their credentials (specification §6.6). */
package fr.hubee.portal.subscription;
