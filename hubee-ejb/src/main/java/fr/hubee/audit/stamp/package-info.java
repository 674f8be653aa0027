/** Time stamps of an authority (RFC 3161): how they are asked for and checked. Nothing here knows the journal. */
package fr.hubee.audit.stamp;
