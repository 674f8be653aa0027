/** The smallest JAX-RS application there is, deployed beside HubEE while it is measured. */
package fr.hubee.bench.floor;
