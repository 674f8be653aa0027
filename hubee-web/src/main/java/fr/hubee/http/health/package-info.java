/**
 * What this node says of itself to the proxy in front of it: {@code /sante}. Before a node stops, it drains: it says no
 * there, answers as before, and tells when the requests that ran have ended.
 */
package fr.hubee.http.health;
