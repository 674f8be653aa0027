/** Hands all cases of an organisation over to its successor, and back when the merge is undone. */
package fr.hubee.exchange.handover;
