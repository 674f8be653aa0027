/** The smallest possible JAX-RS application, deployed next to HubEE during the measurement. */
package fr.hubee.bench.floor;
