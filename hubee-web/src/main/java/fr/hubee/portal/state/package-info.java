/**
 * What must last from one request of a person to the next, kept by her browser and sealed: the state of a page in the
 * page ({@link fr.hubee.portal.state.SealedViews}), messages over a redirect in a cookie. Any server can answer her next
 * request, and none remembers her.
 */
package fr.hubee.portal.state;
