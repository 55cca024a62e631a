/** The contract between gateways and web-apps: what a gateway tells about its servers. */
@NullMarked
package com.foobar.gatewayview;

import org.jspecify.annotations.NullMarked;
