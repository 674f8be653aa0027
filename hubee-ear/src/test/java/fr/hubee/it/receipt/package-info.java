/** Receipts, as parties and strangers see them. */
package fr.hubee.it.receipt;
