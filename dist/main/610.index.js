export const id = 610;
export const ids = [610];
export const modules = {

/***/ 7610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardLookup: () => (/* binding */ guardLookup),
/* harmony export */   refuseNetwork: () => (/* binding */ refuseNetwork)
/* harmony export */ });
/* harmony import */ var _chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6327);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2587);
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(610);



// src/image/registry/guard-lookup.ts

function guardLookup(networks, resolve = node_dns__WEBPACK_IMPORTED_MODULE_2__.lookup) {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, "", 0);
        return;
      }
      const allowed = addresses.filter(({ address }) => networks.includes((0,_chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_0__/* .networkOfAddress */ .M)(address)));
      const [first] = allowed;
      if (first === void 0) callback(refuseNetwork(hostname, (0,_chunk_3KGSU7J5_js__WEBPACK_IMPORTED_MODULE_0__/* .networkOfAddress */ .M)(addresses[0]?.address ?? "")), "", 0);
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}
function refuseNetwork(hostname, network) {
  return new _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_1__/* .PlimsollError */ .nN(
    "REGISTRY_DENIED",
    `the registry sends us to ${hostname.slice(0, 255)}, on a ${network} network that it is not on itself: not followed`
  );
}



/***/ })

};
