/** Checks an export of the journal, a proof, a receipt or a certificate, without the hub, its database or its network. */
package fr.hubee.cli.verify;
