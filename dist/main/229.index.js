export const id = 229;
export const ids = [229];
export const modules = {

/***/ 229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBuild: () => (/* reexport safe */ _chunk_GZL5VGNW_js__WEBPACK_IMPORTED_MODULE_0__.a)
/* harmony export */ });
/* harmony import */ var _chunk_GZL5VGNW_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4784);
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3736);
/* harmony import */ var _chunk_NQUOM7WC_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(277);
/* harmony import */ var _chunk_JI6HO6O7_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1786);
/* harmony import */ var _chunk_TJ7HKTUY_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4530);
/* harmony import */ var _chunk_VW3HDY2R_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1905);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9827);
/* harmony import */ var _chunk_FVPC45NN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(636);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7884);



/***/ })

};
