/** Rate limits: known software, far above its need; failed authentications, strictly. */
package fr.hubee.clients.limit;
