/**
 * What {@code hubee preflight} asks the features: each names its classes in {@code META-INF/services}, as the command runs without a
 * server.
 */
package fr.hubee.shared.preflight;
