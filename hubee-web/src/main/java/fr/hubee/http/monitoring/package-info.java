/**
 * What this node says of itself: {@code /sante} to the proxy in front of it, and metrics. Before a node stops, it drains: it says no
 * there, answers as before, and tells when the requests that ran have ended.
 */
package fr.hubee.http.monitoring;
