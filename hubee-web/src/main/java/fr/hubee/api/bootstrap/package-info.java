/**
 * Data loaded at start, in the contract's own field names: what a new hub needs before anybody can administer it. See
 * docs/bootstrap.md.
 */
package fr.hubee.api.bootstrap;
