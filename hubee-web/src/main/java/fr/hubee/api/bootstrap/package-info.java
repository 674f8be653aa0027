/**
 * Data loaded at start, with the contract's field names: what a new hub needs before it can be administered. See
 * docs/bootstrap.md.
 */
package fr.hubee.api.bootstrap;
