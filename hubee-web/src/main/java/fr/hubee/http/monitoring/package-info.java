/**
 * The state of this node: {@code /sante} for the proxy in front of it, and metrics. Before a node stops, it drains: {@code /sante} refuses,
 * requests are answered as before, and the node reports when those that ran have ended.
 */
package fr.hubee.http.monitoring;
