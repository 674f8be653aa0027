/** Makes the settings of every feature, and knows all of them for that; no feature knows this package. */
package fr.hubee.settings;
