/** Verifies receipts from a file, without the hub, its database or its network. */
package fr.hubee.exchange.verify;
